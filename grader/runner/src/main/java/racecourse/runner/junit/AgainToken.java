package racecourse.runner.junit;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.runner.NarrowedLab;

/**
 * Asks for one check with the seed that it failed with: {@code -Dracecourse.again=counter.no-lost-update@20240901}.
 *
 * @param check the check's id
 * @param seed the seed of everything random
 */
record AgainToken(String check, long seed) {
    static final String PROPERTY = "racecourse.again";

    /** Returns what this JVM was asked for, if it was. */
    static Optional<AgainToken> given() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(AgainToken::parse);
    }

    static AgainToken parse(String text) {
        int at = text.lastIndexOf('@');
        try {
            String check = text.substring(0, at);
            if (Labs.all().stream().flatMap(lab -> lab.checks().stream()).noneMatch(one -> one.id()
                    .equals(check))) {
                throw new IllegalArgumentException(PROPERTY + " names no check: " + text + known(check)
                        + "\n  next: copy the line that begins with \"again\"");
            }
            return new AgainToken(check, Long.parseLong(text.substring(at + 1)));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    PROPERTY + " is " + text + ", but wants a check and a seed, as in counter.no-lost-update@1"
                            + "\n  next: copy the line that begins with \"again\"",
                    e);
        }
    }

    private static String known(String check) {
        return Labs.find(check.substring(0, Math.max(0, check.indexOf('.'))))
                .map(lab ->
                        "\n  there are " + lab.checks().stream().map(Check::id).collect(Collectors.joining(", ")))
                .orElse("");
    }

    /** Returns whether the check is of a lab. */
    boolean isOf(Lab lab) {
        return lab.checks().stream().anyMatch(one -> one.id().equals(check));
    }

    /** Returns the lab with that check and what it needs. */
    Lab narrow(Lab lab) {
        return NarrowedLab.to(lab, Set.of(check));
    }

    @Override
    public String toString() {
        return check + "@" + seed;
    }
}
