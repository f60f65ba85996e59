package racecourse.checks.engine.processes;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The script of a shell, {@code sh -c SCRIPT}, as far as one can be sure that it assigns nothing to any variable. */
public final class ShellScript {
    private static final Set<String> SHELLS = Set.of("sh", "dash", "bash", "ksh");

    /** Commands that assign nothing, whatever their arguments. */
    private static final Set<String> ASSIGN_NOTHING =
            Set.of("echo", "test", "[", "true", "false", ":", "exit", "sleep", "pwd");

    /** What is not understood here, in double quotes or not. */
    private static final Set<String> HARD = Set.of("`", "$(", "${", "\\", "\t");

    /** What is not understood outside of double quotes. */
    private static final Set<String> HARD_UNQUOTED = Set.of("<", ">", "{", "}", "(", ")", "#", "'", "*", "?", "~");

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final long LIMIT_SECONDS = 3;

    private ShellScript() {}

    /**
     * Returns whether it is certain that a command assigns to no variable. A shell that is to run a command of that name
     * which does not exist does not, either.
     *
     * @param command the command and its arguments
     * @return whether it is certain
     */
    public static boolean assignsNothing(List<String> command) {
        return command.size() > 2
                && SHELLS.contains(new File(command.get(0)).getName())
                && command.get(1).equals("-c")
                && scriptAssignsNothing(command.get(0), command.get(2));
    }

    private static boolean scriptAssignsNothing(String shell, String script) {
        String unquoted = script.replaceAll("\"[^\"]*\"", "\"\"");
        if (HARD.stream().anyMatch(script::contains) || HARD_UNQUOTED.stream().anyMatch(unquoted::contains)) {
            return false;
        }
        List<List<String>> commands = commands(script);
        return !commands.isEmpty() && commands.stream().allMatch(words -> assignsNothing(shell, words.get(0)));
    }

    private static boolean assignsNothing(String shell, String word) {
        return ASSIGN_NOTHING.contains(word) || (word.matches(NAME) && !exists(shell, word));
    }

    /** Splits a script into commands, and those into words; double quotes are the only ones. */
    private static List<List<String>> commands(String script) {
        List<List<String>> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (script + ";").toCharArray()) {
            boolean ends = !quoted && ";&|\n".indexOf(c) >= 0;
            if (c == '"') {
                quoted = !quoted;
                // an empty word, too
                word.append(c);
            } else if (ends || (!quoted && c == ' ')) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
            if (ends && !words.isEmpty()) {
                commands.add(List.copyOf(words));
                words.clear();
            }
        }
        return quoted ? List.of() : commands;
    }

    private static boolean exists(String shell, String name) {
        try {
            Process asked = new ProcessBuilder(shell, "-c", "command -v \"$0\"", name)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return !asked.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || asked.exitValue() == 0;
            } finally {
                asked.destroyForcibly();
            }
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
