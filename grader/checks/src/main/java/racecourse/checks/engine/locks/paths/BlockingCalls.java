package racecourse.checks.engine.locks.paths;

import java.util.Set;
import racecourse.checks.engine.locks.paths.Operand.Argument;

/** Calls that end when somebody else pleases. What they do besides is for the other models. */
final class BlockingCalls {
    private static final Set<String> WAITS = Set.of(
            "java/lang/Thread.sleep",
            "java/lang/Thread.join",
            "java/lang/Process.waitFor",
            "java/util/concurrent/TimeUnit.sleep",
            "java/util/concurrent/TimeUnit.timedJoin",
            "java/util/concurrent/Future.get",
            "java/util/concurrent/CompletableFuture.get",
            "java/util/concurrent/CompletableFuture.join",
            "java/util/concurrent/CountDownLatch.await",
            "java/util/concurrent/ExecutorService.awaitTermination");
    private static final Set<String> CALLBACKS = Set.of(
            "java/lang/Runnable.run", "java/util/concurrent/Callable.call", "racecourse/contract/kitchen/Eater.eat");

    private BlockingCalls() {}

    static void note(Call call) {
        String name = call.owner + "." + call.name;
        // a function of the collections is called under a lock by long custom
        boolean foreign = call.receiver instanceof Argument && CALLBACKS.contains(name);
        if (foreign || WAITS.contains(name)) {
            call.state.note(new Event.Blocked(call.title(), call.state.held(), call.at()));
        }
    }
}
