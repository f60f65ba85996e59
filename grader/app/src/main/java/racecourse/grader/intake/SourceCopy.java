package racecourse.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Copies sources one by one, counts their bytes and hashes them. */
final class SourceCopy {
    private final Path from;
    private final Path to;
    private final Limits limits;
    private final SourceHash hash = new SourceHash();
    private long total;

    SourceCopy(Path from, Path to, Limits limits) {
        this.from = from;
        this.to = to;
        this.limits = limits;
    }

    void add(String file) throws IOException, IntakeException {
        byte[] bytes = bytes(file);
        total += bytes.length;
        if (total > limits.bytesTotal()) {
            throw new IntakeException("sources of more than " + limits.bytesTotal() + " bytes below " + from
                    + "\n  next: hand in the labs' sources only");
        }
        Path target = to.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
        hash.add(file, bytes);
    }

    String hash() {
        return hash.text();
    }

    private byte[] bytes(String file) throws IOException, IntakeException {
        // NOFOLLOW again: the file may have become a link since the walk
        try (InputStream in = Files.newInputStream(from.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limits.bytesEach() + 1));
            if (bytes.length > limits.bytesEach()) {
                throw new IntakeException(from.resolve(file) + " has more than " + limits.bytesEach()
                        + " bytes\n  next: hand in sources only");
            }
            return bytes;
        }
    }
}
