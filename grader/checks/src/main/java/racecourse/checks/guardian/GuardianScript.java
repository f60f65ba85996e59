package racecourse.checks.guardian;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.children.Host;
import racecourse.checks.engine.children.HostScript;
import racecourse.checks.protocol.Message;
import racecourse.contract.guardian.Guardian;

/** A JVM with a guardian in it, which is told to start commands and to end. */
final class GuardianScript implements HostScript {
    static final String CLASS = "lab.guardian.LifelineGuardian";

    private @Nullable Guardian guardian;
    private @Nullable Guardian another;

    @Override
    public void run(Subject subject, Orders kit) {
        try {
            guardian = (Guardian) subject.constructor(CLASS, Guardian.class).invokeExact();
        } catch (Throwable e) {
            kit.next();
            kit.say(Host.threw(Message.of("engine.constructor.returns"), e));
            return;
        }
        for (String order = kit.next(); ; order = kit.next()) {
            int space = order.indexOf(' ');
            String word = space < 0 ? order : order.substring(0, space);
            switch (word) {
                case "start" -> kit.say(start(kit.nextCommand()));
                case "start-by-another" -> kit.say(startByAnother(subject, kit.nextCommand()));
                case "start-elsewhere" -> kit.say(startElsewhere(kit.nextCommand()));
                case "start-at-once" -> startAtOnce(kit).forEach(kit::say);
                case "refuse" -> kit.say(refused(order.endsWith("null") ? null : kit.nextCommand()));
                case "forget" -> kit.say(forget());
                case "stay" -> {
                    stay(kit);
                    return;
                }
                case "System.exit" -> System.exit(Integer.parseInt(order.substring(space + 1)));
                case "throw" -> throw new IllegalStateException(order.substring(space + 1));
                case "return" -> {
                    return;
                }
                default -> kit.say("what?");
            }
        }
    }

    private String start(List<String> command) {
        return start(guardian, command);
    }

    private static String start(@Nullable Guardian by, List<String> command) {
        Message expected = Message.of("guardian.starts.expected");
        try {
            return by == null ? "forgotten" : Long.toString(by.startDaemonProcess(command));
        } catch (Throwable e) {
            return Host.threw(expected, e);
        }
    }

    /** Starts it by a guardian that is made only now; the first one is kept. */
    private String startByAnother(Subject subject, List<String> command) {
        try {
            another = (Guardian) subject.constructor(CLASS, Guardian.class).invokeExact();
        } catch (Throwable e) {
            return Host.threw(Message.of("engine.constructor.returns"), e);
        }
        return start(another, command);
    }

    /** Starts it on a thread that has ended when this returns. */
    private String startElsewhere(List<String> command) {
        List<String> answers = new ArrayList<>();
        Thread thread = new Thread(() -> answers.add(start(command)), "starts a command and ends");
        thread.start();
        join(thread);
        return answers.get(0);
    }

    /** Starts two commands at the same moment; two answers. */
    private List<String> startAtOnce(Orders kit) {
        List<List<String>> commands = List.of(kit.nextCommand(), kit.nextCommand());
        List<String> answers = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(commands.size());
        List<Thread> threads = new ArrayList<>();
        for (List<String> command : commands) {
            Thread thread = new Thread(() -> {
                go.countDown();
                while (go.getCount() > 0) {
                    Thread.onSpinWait();
                }
                String answer = start(command);
                synchronized (answers) {
                    answers.add(answer);
                }
            });
            threads.add(thread);
            thread.start();
        }
        threads.forEach(GuardianScript::join);
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class of what it threw, or what it returned; a submission's own classes are told by their JDK ancestor. */
    private String refused(@Nullable List<String> command) {
        try {
            Guardian own = guardian;
            return own == null ? "forgotten" : "returned " + own.startDaemonProcess(command);
        } catch (Throwable e) {
            for (Class<? extends Throwable> known :
                    List.of(NullPointerException.class, IllegalArgumentException.class, java.io.IOException.class)) {
                if (known.isInstance(e)) {
                    return known.getSimpleName();
                }
            }
            return Host.threw(Message.of("guardian.refuses.expected"), e);
        }
    }

    /** Nobody holds the guardian any more. */
    private String forget() {
        guardian = null;
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return "forgotten";
    }

    /** The main program returns; another thread answers then, and keeps the JVM alive until it is told to end. */
    private static void stay(Orders kit) {
        Thread main = Thread.currentThread();
        Thread staying = new Thread(
                () -> {
                    join(main);
                    kit.say("main has returned");
                    while (!kit.next().equals("end")) {
                        kit.say("alive");
                    }
                },
                "stays");
        staying.start();
    }
}
