package racecourse.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionNamesTest {
    @Test
    void submissionIsNamedByItsDirectory() {
        assertEquals(List.of("alice", "bob"), names("/cohort/alice", "/cohort/bob"));
    }

    @Test
    void directoriesCalledAlikeAreNamedWithTheFolderAbove() {
        assertEquals(
                List.of("alice-project", "bob-project", "carol"),
                names("/c/alice/project", "/c/bob/project", "/c/carol"));
    }

    @Test
    void namesThatStillMeetAreNumbered() {
        assertEquals(List.of("cohort-alice", "cohort-alice-2"), names("/cohort/alice", "/cohort/alice"));
        assertEquals(List.of("a-lab", "b-lab", "a-lab-2"), names("/c/a/lab", "/c/b/lab", "/c/a-lab"));
    }

    @Test
    void upperAndLowerCaseAreOneName() {
        List<String> names = names("/one/Alice", "/two/alice");

        assertEquals(2, names.stream().map(String::toLowerCase).distinct().count());
    }

    @Test
    void dotsAreResolved() {
        assertEquals(List.of("alice"), names("/cohort/bob/../alice/."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cohort/.hidden", "/cohort/..", "/cohort/a\\b", "/cohort/a\nb", "/cohort/a:b"})
    void nameIsFitToBeAFilesName(String directory) {
        String name = names(directory).get(0);

        assertTrue(name.matches("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]*"), name);
    }

    private static List<String> names(String... directories) {
        return SubmissionNames.of(Stream.of(directories).map(Path::of).toList());
    }
}
