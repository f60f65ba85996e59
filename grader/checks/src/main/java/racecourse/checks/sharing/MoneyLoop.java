package racecourse.checks.sharing;

import racecourse.checks.engine.Subject;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.contract.sharing.SharedMoney;

/** Asks for an amount until it has been set. */
public final class MoneyLoop implements SpinningReader.Loop {
    private static final int START = 100;

    private final SharedMoney money;

    /**
     * Makes an amount.
     *
     * @param subject the submission
     * @throws Throwable what its constructor throws
     */
    public MoneyLoop(Subject subject) throws Throwable {
        money = (SharedMoney)
                subject.constructor(Sharing.MONEY, SharedMoney.class, int.class).invokeExact(START);
    }

    @Override
    @SuppressWarnings("StatementWithEmptyBody")
    public void run() {
        SharedMoney asked = money;
        while (asked.get() == START) {
            // nothing that could keep the JIT from its work
        }
    }

    @Override
    public void change() {
        money.set(START + 1);
    }
}
