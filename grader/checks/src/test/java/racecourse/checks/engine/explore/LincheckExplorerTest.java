package racecourse.checks.engine.explore;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racecourse.checks.engine.Call;

class LincheckExplorerTest {

    /** A number behind a lock that a constructor makes, as a submission's class does. */
    static final class Guarded {
        private final Lock lock = new ReentrantLock();
        private int number;

        Guarded() {}

        void add() {
            lock.lock();
            try {
                number = number + 1;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Three threads add; a method handle makes the object, as it does a submission's. */
    private static final class ThreeAdd implements Script {
        private static final MethodHandle MAKER = maker();
        private @Nullable Guarded guarded;

        private static MethodHandle maker() {
            try {
                return MethodHandles.lookup().findConstructor(Guarded.class, MethodType.methodType(void.class));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no constructor", e);
            }
        }

        @Override
        public List<Call> begin() throws Throwable {
            Guarded fresh = (Guarded) MAKER.invoke();
            guarded = fresh;
            return List.of(Call.of(fresh::add), Call.of(fresh::add), Call.of(fresh::add));
        }

        @Override
        public String verdict(List<Object> results) {
            int number = Objects.requireNonNull(guarded).number;
            return number == 3 ? "" : "number = " + number;
        }
    }

    @Test
    void followsWhoWaitsForALockThatAMethodHandleMade() {
        try (LincheckExplorer explorer = new LincheckExplorer(List.of(Guarded.class))) {
            Exploration found = explorer.explore(new ScriptRun(new ThreeAdd()), 40, Duration.ofSeconds(60));
            assertInstanceOf(Exploration.NothingFound.class, found, found::toString);
        }
    }
}
