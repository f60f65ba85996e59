package racecourse.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "graders run on Linux and macOS")
class IntakeTest {
    private static final String COUNTER = "lab/counter/MutexCounter.java";
    private static final String OFFICE = "lab/tickets/ThreadTicketOffice.java";

    @TempDir
    Path temp;

    private Path directory = Path.of("");
    private int copies;

    @BeforeEach
    void makeSubmission() throws IOException {
        directory = Files.createDirectory(temp.resolve("alice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "src",
                "src/main/java",
                "project",
                "project/src",
                "project/src/main/java",
                "a project/src/main/java"
            })
    void labIsFoundInEachPlace(String place) throws Exception {
        source(place, COUNTER, "class A {}");
        source(place, OFFICE, "class B {}");

        Submission submission = read();

        assertEquals(place, submission.root());
        assertEquals(List.of(COUNTER, OFFICE), submission.files());
        assertEquals(Set.of("counter", "tickets"), submission.labs());
        assertEquals(List.of(COUNTER), submission.filesOf("counter"));
        assertEquals("class A {}", Files.readString(submission.sources().resolve(COUNTER)));
        assertEquals(List.of(), submission.remarks());
    }

    @Test
    void anEmptyFolderInTheFirstPlaceHidesNothing() throws Exception {
        Files.createDirectories(directory.resolve("src/main/java/lab"));
        source("", COUNTER, "class A {}");

        assertEquals(List.of(COUNTER), read().files());
    }

    @Test
    void litterBesideTheOnlyFolderIsOverlooked() throws Exception {
        source("project", COUNTER, "class A {}");
        source("__MACOSX/project", "._MutexCounter.java", "");
        source(".git", "config", "");
        Files.writeString(directory.resolve("README.md"), "hello");

        assertEquals(List.of(COUNTER), read().files());
    }

    @Test
    void twoTopFoldersAreNotGuessedAt() throws Exception {
        source("first", COUNTER, "class A {}");
        source("second", COUNTER, "class A {}");

        assertRefused("no lab sources in " + directory, "next: give the folder that holds src/main/java/lab");
    }

    @Test
    void onlyJavaSourcesUnderLabAreTaken() throws Exception {
        source("src/main/java", COUNTER, "class A {}");
        source("src/main/java", "lab/counter/notes.txt", "notes");
        source("src/main/java", "lab/counter/MutexCounter.class", "bytes");
        source("src/main/java", "other/Other.java", "class Other {}");
        source("src/main/java", "racecourse/contract/counter/Counter.java", "interface Counter {}");
        source("src/test/java", "lab/counter/MineTest.java", "class MineTest {}");

        Submission submission = read();

        assertEquals(List.of(COUNTER), submission.files());
        assertEquals(List.of("lab/counter/MutexCounter.java"), filesBelow(submission.sources()));
    }

    @Test
    void classesRightUnderLabAreTakenAndAreOfNoLab() throws Exception {
        source("", COUNTER, "class A {}");
        source("", "lab/Main.java", "class Main {}");

        Submission submission = read();

        assertEquals(List.of("lab/Main.java", COUNTER), submission.files());
        assertEquals(Set.of("counter"), submission.labs());
    }

    @Test
    void moduleDeclarationIsLeftOutWithARemark() throws Exception {
        source("", COUNTER, "class A {}");
        source("", "lab/module-info.java", "module lab {}");

        Submission submission = read();

        assertEquals(List.of(COUNTER), submission.files());
        assertTrue(submission.remarks().get(0).startsWith("lab/module-info.java was left out"));
    }

    @Test
    void linkedSourceIsLeftOutWithARemark() throws Exception {
        Path secret = Files.writeString(temp.resolve("Secret.java"), "class Secret {}");
        source("", COUNTER, "class A {}");
        Files.createSymbolicLink(directory.resolve("lab/counter/Linked.java"), secret);

        Submission submission = read();

        assertEquals(List.of(COUNTER), submission.files());
        assertTrue(submission.remarks().get(0).startsWith("lab/counter/Linked.java is a link"));
    }

    @Test
    void linkedFolderIsNotFollowedNeitherUpNorRound() throws Exception {
        Path other = Files.createDirectories(temp.resolve("bob/lab/tickets"));
        Files.writeString(other.resolve("ThreadTicketOffice.java"), "class B {}");
        source("", COUNTER, "class A {}");
        Files.createSymbolicLink(directory.resolve("lab/tickets"), other);
        Files.createSymbolicLink(directory.resolve("lab/counter/round"), directory);

        assertEquals(List.of(COUNTER), read().files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab", "src", "project"})
    void linkOnTheWayToLabIsNotFollowed(String link) throws Exception {
        Path bob = Files.createDirectory(temp.resolve("bob"));
        Files.createDirectories(bob.resolve("lab/counter"));
        Files.writeString(bob.resolve(COUNTER), "class B {}");
        Files.createSymbolicLink(directory.resolve(link), link.equals("lab") ? bob.resolve("lab") : bob);

        assertRefused("no lab sources in " + directory, "links are not followed");
    }

    @Test
    void submissionItselfMayBeNamedByALink() throws Exception {
        source("", COUNTER, "class A {}");
        Path link = Files.createSymbolicLink(temp.resolve("link"), directory);

        assertEquals(List.of(COUNTER), read(Limits.USUAL, link).files());
    }

    @Test
    void pipeNamedLikeASourceBlocksNothing() throws Exception {
        source("", COUNTER, "class A {}");
        Path pipe = directory.resolve("lab/counter/Pipe.java");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "this system has mkfifo");

        Submission submission = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read());

        assertEquals(List.of(COUNTER), submission.files());
    }

    @Test
    void missingDirectoryIsRefused() {
        Path nowhere = temp.resolve("nowhere");

        String refusal = refusal(Limits.USUAL, nowhere);

        assertTrue(refusal.startsWith("no such directory: " + nowhere));
        assertTrue(refusal.contains("\n  next: "));
    }

    @Test
    void fileIsRefused() throws IOException {
        Path zip = Files.writeString(temp.resolve("alice.zip"), "PK");

        String refusal = refusal(Limits.USUAL, zip);

        assertEquals(zip + " is a file\n  next: unpack it and give the folder", refusal);
    }

    @Test
    void emptyDirectoryIsRefused() {
        assertRefused("no lab sources in " + directory, "next: ");
    }

    @Test
    void labWithoutSourcesIsRefused() throws Exception {
        source("", "lab/counter/README.md", "to do");

        assertRefused("no lab sources in " + directory, "next: ");
    }

    @Test
    void labThatIsAFileIsRefused() throws Exception {
        Files.writeString(directory.resolve("lab"), "to do");

        assertRefused("no lab sources in " + directory, "next: ");
    }

    @Test
    void whoGivesTheLabFolderItselfIsToldToGoUp() throws Exception {
        source("", COUNTER, "class A {}");

        String refusal = refusal(Limits.USUAL, directory.resolve("lab"));

        assertTrue(refusal.endsWith("which is the one above this"), refusal);
    }

    @Test
    void unreadableSourceIsRefusedByName() throws Exception {
        Path file = source("", COUNTER, "class A {}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertRefused("cannot read " + file.toRealPath(), "next: give yourself the right to read it");
    }

    @Test
    void tooManySourcesAreRefused() throws Exception {
        for (int i = 0; i < 4; i++) {
            source("", "lab/counter/C" + i + ".java", "class C" + i + " {}");
        }

        assertEquals(4, read(new Limits(4, 100, 1000, 100), directory).files().size());
        assertRefused(new Limits(3, 100, 1000, 100), "more than 3 source files");
    }

    @Test
    void tooManyEntriesAreRefusedEvenWhenNoneIsASource() throws Exception {
        source("", COUNTER, "class A {}");
        for (int i = 0; i < 20; i++) {
            source("", "lab/counter/deep/" + i + "/note.txt", "");
        }

        assertRefused(new Limits(3, 100, 1000, 20), "or 20 entries");
    }

    @Test
    void tooLargeASourceIsRefused() throws Exception {
        source("", COUNTER, " ".repeat(100));

        assertEquals(1, read(new Limits(3, 100, 1000, 100), directory).files().size());
        assertRefused(new Limits(3, 99, 1000, 100), "MutexCounter.java has more than 99 bytes");
    }

    @Test
    void tooLargeASumIsRefused() throws Exception {
        source("", COUNTER, " ".repeat(60));
        source("", OFFICE, " ".repeat(60));

        assertEquals(2, read(new Limits(3, 100, 120, 100), directory).files().size());
        assertRefused(new Limits(3, 100, 119, 100), "more than 119 bytes");
    }

    @Test
    void hashIsOfTheSourcesAndNothingElse() throws Exception {
        source("", COUNTER, "class A {}");
        String hash = read().contentHash();
        source("", "README.md", "anything");
        String besideOthers = read().contentHash();
        source("", COUNTER, "class A { }");
        String changed = read().contentHash();
        Files.move(directory.resolve(COUNTER), directory.resolve("lab/counter/Renamed.java"));
        String renamed = read().contentHash();

        assertEquals(hash, besideOthers);
        assertNotEquals(hash, changed);
        assertNotEquals(changed, renamed);
        assertEquals(64, hash.length());
    }

    @Test
    void copyDoesNotChangeWithTheSubmission() throws Exception {
        Path file = source("", COUNTER, "class A {}");
        Submission submission = read();

        Files.delete(file);

        assertFalse(submission.sources().startsWith(directory));
        assertEquals("class A {}", Files.readString(submission.sources().resolve(COUNTER)));
    }

    private Submission read() throws IntakeException, IOException {
        return read(Limits.USUAL, directory);
    }

    private Submission read(Limits limits, Path from) throws IntakeException, IOException {
        Path copy = Files.createDirectory(temp.resolve("copy-" + copies++));
        return new Intake(limits).read("alice", from, copy);
    }

    private String refusal(Limits limits, Path from) {
        return String.valueOf(
                assertThrows(IntakeException.class, () -> read(limits, from)).getMessage());
    }

    private void assertRefused(String start, String nextStep) {
        String refusal = refusal(Limits.USUAL, directory);
        assertTrue(refusal.startsWith(start), refusal);
        assertTrue(refusal.contains(nextStep), refusal);
    }

    private void assertRefused(Limits limits, String part) {
        String refusal = refusal(limits, directory);
        assertTrue(refusal.contains(part), refusal);
        assertTrue(refusal.contains("\n  next: "), refusal);
    }

    private Path source(String place, String name, String content) throws IOException {
        Path file = directory.resolve(place).resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<String> filesBelow(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
