package racecourse.grader.cli;

import java.util.Map;

/** Whether output has colours: on a terminal only, and not for whoever says no, by option or by https://no-color.org. */
final class Colours {
    private Colours() {}

    static boolean areWanted(boolean terminal, boolean refused, Map<String, String> environment) {
        return terminal && !refused && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
