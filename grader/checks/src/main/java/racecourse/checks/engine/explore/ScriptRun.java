package racecourse.checks.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Call;

/**
 * One run of a script, under the model checker's schedule. Each actor is a class of its own that overrides {@code run}
 * and is started through a variable of type {@code Thread}: what Lincheck does not see it does not schedule, and says
 * nothing of it.
 */
final class ScriptRun implements Runnable {
    private final Script script;

    ScriptRun(Script script) {
        this.script = script;
    }

    /** Thrown when the outcome is wrong. */
    static final class WrongOutcome extends AssertionError {
        private static final long serialVersionUID = 1L;

        WrongOutcome(String outcome) {
            super(outcome);
        }
    }

    /** Thrown when a call threw. */
    static final class CallThrew extends AssertionError {
        private static final long serialVersionUID = 1L;

        CallThrew(Throwable thrown) {
            super(thrown.toString(), thrown);
        }
    }

    private static final class Player extends Thread {
        private final Call call;
        private @Nullable Object result;
        private @Nullable Throwable thrown;

        Player(Call call) {
            this.call = call;
        }

        @Override
        public void run() {
            try {
                result = call.make();
            } catch (Throwable e) {
                thrown = e;
            }
        }
    }

    @Override
    public void run() {
        try {
            List<Call> calls = script.begin();
            Player[] players = new Player[calls.size()];
            for (int i = 0; i < players.length; i++) {
                players[i] = new Player(calls.get(i));
            }
            for (Thread player : players) {
                player.start();
            }
            for (Thread player : players) {
                player.join();
            }
            List<Object> results = new ArrayList<>();
            for (Player player : players) {
                Throwable thrown = player.thrown;
                if (thrown != null) {
                    throw new CallThrew(thrown);
                }
                results.add(Objects.requireNonNullElse(player.result, ""));
            }
            String wrong = script.verdict(results);
            if (!wrong.isEmpty()) {
                throw new WrongOutcome(wrong);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CallThrew(e);
        }
    }
}
