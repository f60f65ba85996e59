package racecourse.checks.engine.locks.paths;

/** What calls do that lead out of the submission. */
@FunctionalInterface
interface Model {
    /**
     * Carries a call out, if it is one of this model's.
     *
     * @param call the call
     * @return false if it is not, and nothing has happened
     */
    boolean handle(Call call);
}
