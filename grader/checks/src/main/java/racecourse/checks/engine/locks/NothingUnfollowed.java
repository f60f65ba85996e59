package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import racecourse.checks.engine.locks.paths.Exploration;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Place;

/** Says what the model could not follow, so that silence is not mistaken for praise. */
final class NothingUnfollowed implements Rule {
    static final String ID = "locks.followed";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String because() {
        return "what is not followed is not judged";
    }

    @Override
    public List<String> says() {
        return List.of("unfollowed", "too-many-paths", "own-mechanism");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        if (inquiry.taking().isEmpty() || inquiry.looking().isEmpty()) {
            String type = inquiry.exercise().entry().replace('.', '/');
            found.add(unjudged("unfollowed", new Place(type, "<init>", type + ".java", 0))
                    .saying("a method"));
        }
        Stream.concat(inquiry.taking().stream(), inquiry.looking().stream())
                .forEach(exploration -> judge(exploration, found));
        return found;
    }

    private void judge(Exploration exploration, List<Finding> found) {
        Place start = exploration.method().place(0);
        if (!exploration.complete()) {
            found.add(unjudged("too-many-paths", start).saying());
            return;
        }
        exploration
                .gap()
                .ifPresent(gap -> found.add(unjudged("unfollowed", gap.at()).saying(gap.what())));
        boolean depends = exploration.gap().isEmpty()
                && exploration.certain().noneMatch(path -> path.ending() == Path.Ending.RETURNS);
        if (depends) {
            found.add(unjudged("own-mechanism", start).saying());
        }
    }

    private Inquiry.Found unjudged(String stem, Place at) {
        return new Inquiry.Found(this, Level.NOT_JUDGED, stem, at);
    }
}
