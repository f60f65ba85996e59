package racecourse.checks.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several values each racing read of a run was given; the next run gives another one. */
final class Choices {
    private static final int MOST = 14;

    private final List<Integer> chosen;
    private final List<Integer> offered = new ArrayList<>();

    Choices(List<Integer> chosen) {
        this.chosen = new ArrayList<>(chosen);
    }

    /** Returns one of so many, the first unless something else was asked for. */
    int choose(int many) {
        int index = offered.size();
        if (index >= MOST) {
            return 0;
        }
        offered.add(many);
        if (index == chosen.size()) {
            chosen.add(0);
        }
        return Math.min(chosen.get(index), many - 1);
    }

    /** Returns the choices of the next run, or {@code null} when all have been tried. */
    @Nullable
    List<Integer> next() {
        for (int i = offered.size() - 1; i >= 0; i--) {
            if (chosen.get(i) + 1 < offered.get(i)) {
                List<Integer> next = new ArrayList<>(chosen.subList(0, i));
                next.add(chosen.get(i) + 1);
                return next;
            }
        }
        return null;
    }
}
