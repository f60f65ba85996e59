package racecourse.checks.engine.locks.paths;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All paths through a method.
 *
 * @param method the method
 * @param paths the paths that were followed
 * @param complete whether there are no others
 */
public record Exploration(MethodCode method, List<Path> paths, boolean complete) {
    public Exploration {
        paths = List.copyOf(paths);
    }

    /** Returns the paths that can be taken whatever other threads do, followed to their end. */
    public Stream<Path> certain() {
        return paths.stream().filter(path -> path.isCertain() && path.ending() != Path.Ending.CUT);
    }

    /** Returns something that could not be followed, if there is any. */
    public Optional<Path.Gap> gap() {
        return paths.stream().flatMap(path -> Stream.ofNullable(path.unknown())).findFirst();
    }
}
