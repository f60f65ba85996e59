package racecourse.checks.engine.locks.paths;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for chains of calls, the same for the same chain. */
final class Contexts {
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    int root(Phase phase, MethodCode method) {
        return number(List.of(phase, method.toString()));
    }

    int called(Site from, MethodCode method) {
        return number(List.of(from, method.toString()));
    }

    private int number(List<Object> chain) {
        return numbers.computeIfAbsent(chain, key -> numbers.size() + 1);
    }
}
