package racecourse.checks.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.sharing.Handoff;
import racecourse.contract.sharing.MemoryExperiment;
import racecourse.contract.sharing.SharedMoney;

/** What holds whatever the numbers, with one thread. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class SharingProperties {
    /** Several amounts side by side, each set some times and asked twice. */
    @Property(tries = 60)
    void moneyHolds(
            @ForAll @Size(min = 1, max = 3) List<Integer> initials,
            @ForAll @Size(max = 10) List<Integer> amounts,
            @ForAll @IntRange(max = 2) int first) {
        Subject subject = PropertyRun.subject();
        Scene.value(Message.of("sharing.money.returns"), () -> {
            List<SharedMoney> monies = new ArrayList<>();
            List<Integer> model = new ArrayList<>(initials);
            for (int initial : initials) {
                monies.add(Sharing.money(subject, initial));
            }
            expect(monies, model);
            for (int i = 0; i < amounts.size(); i++) {
                int which = (first + i) % monies.size();
                monies.get(which).set(amounts.get(i));
                model.set(which, amounts.get(i));
                expect(monies, model);
            }
            return monies;
        });
    }

    private static void expect(List<SharedMoney> monies, List<Integer> model) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < monies.size(); i++) {
                int amount = monies.get(i).get();
                if (amount != model.get(i)) {
                    throw new Violation(Evidence.of(
                            Message.of("sharing.money.expected", model.get(i), monies.size()),
                            Message.of("sharing.money.observed", amount)));
                }
            }
        }
    }

    /** Several handoffs side by side: empty, then what was published last, as often as one asks. */
    @Property(tries = 60)
    void handoffPolls(
            @ForAll @IntRange(min = 1, max = 3) int handoffs,
            @ForAll @Size(max = 10) List<Integer> published,
            @ForAll @IntRange(max = 2) int first) {
        Subject subject = PropertyRun.subject();
        Scene.value(Message.of("sharing.handoff.returns"), () -> {
            List<Handoff> all = new ArrayList<>();
            List<OptionalInt> model = new ArrayList<>();
            for (int i = 0; i < handoffs; i++) {
                all.add(Sharing.handoff(subject));
                model.add(OptionalInt.empty());
            }
            expectPolls(all, model);
            for (int i = 0; i < published.size(); i++) {
                int which = (first + i) % handoffs;
                // nobody has to poll what is replaced
                all.get(which).publish(~published.get(i));
                all.get(which).publish(published.get(i));
                model.set(which, OptionalInt.of(published.get(i)));
                expectPolls(all, model);
            }
            return all;
        });
    }

    private static void expectPolls(List<Handoff> all, List<OptionalInt> model) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < all.size(); i++) {
                OptionalInt polled = all.get(i).poll();
                if (!model.get(i).equals(polled)) {
                    throw new Violation(Evidence.of(
                            Message.of("sharing.handoff.expected", model.get(i), all.size()),
                            Message.of("sharing.handoff.observed", String.valueOf(polled))));
                }
            }
        }
    }

    /** The caller of afterThread sees what the thread assigned, call after call. */
    @Property(tries = 40)
    void threadAssigns(@ForAll int initial, @ForAll @Size(min = 1, max = 3) List<Integer> assigned) {
        Subject subject = PropertyRun.subject();
        Scene.value(Message.of("sharing.thread.returns"), () -> {
            MemoryExperiment experiment = Sharing.experiment(subject);
            for (int one : assigned) {
                int seen = experiment.afterThread(initial, one);
                if (seen != one) {
                    throw new Violation(Evidence.of(
                                    Message.of("sharing.thread.expected", initial, one),
                                    Message.of("sharing.thread.observed", seen))
                            .hinting(Message.of("sharing.thread.try")));
                }
            }
            return experiment;
        });
    }
}
