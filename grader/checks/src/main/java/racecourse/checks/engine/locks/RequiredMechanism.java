package racecourse.checks.engine.locks;

import java.util.List;
import racecourse.checks.engine.locks.paths.Mechanisms;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Reach;

/** Something is there that keeps threads out. */
final class RequiredMechanism implements Rule {
    @Override
    public String id() {
        return "locks.required-mechanism";
    }

    @Override
    public String because() {
        return "the number is guarded by a mutex";
    }

    @Override
    public List<String> says() {
        return List.of("no-mechanism");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        String taking = inquiry.exercise().taking();
        Reach reach = inquiry.model().reach(taking);
        boolean nothing = !reach.methods().isEmpty()
                && !reach.hasMonitor()
                && !reach.hasLoop()
                && reach.foreign().stream().allMatch(RequiredMechanism::keepsNobodyOut);
        if (!nothing) {
            return List.of();
        }
        MethodCode method = reach.methods().get(0);
        return List.of(inquiry.violation(this, "no-mechanism", method.place(0)).saying());
    }

    private static boolean keepsNobodyOut(Reach.ForeignCall call) {
        return Mechanisms.isOfTheKit(call.owner()) || Mechanisms.isPlain(call.owner(), call.name(), call.descriptor());
    }
}
