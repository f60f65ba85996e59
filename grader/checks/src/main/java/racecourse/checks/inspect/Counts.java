package racecourse.checks.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Outcome;

/** How many elements of a collection are alive, whatever they do and whatever it is. */
final class Counts {
    private Counts() {}

    static Outcome whateverTheyDo(Subject subject) {
        Asking asking = Asking.of(subject);
        for (Living.Doing doing : Living.Doing.values()) {
            try (Living living = Living.start(doing)) {
                asking.counts(listed(living.thread()), 1);
            }
        }
        asking.counts(listed(Living.ended()), 0);
        return new Outcome.Clean();
    }

    /** A list that refuses to be changed, but not to be asked for null. */
    static List<Thread> listed(Thread... threads) {
        return Collections.unmodifiableList(new ArrayList<>(List.of(threads)));
    }

    static Outcome anyCollection(Subject subject) {
        Asking asking = Asking.of(subject);
        try (Living one = Living.start();
                Living other = Living.start()) {
            List<Thread> threads = new ArrayList<>(List.of(one.thread(), Living.ended(), other.thread()));
            asking.counts(listed(), 0);
            asking.counts(new HashSet<>(threads), 2);
            asking.counts(new ArrayDeque<>(threads), 2);
            asking.counts(Collections.unmodifiableCollection(threads), 2);
            asking.counts(Collections.nCopies(300, one.thread()), 300);
            threads.add(one.thread());
            asking.counts(Collections.unmodifiableList(threads), 3);
        }
        return new Outcome.Clean();
    }
}
