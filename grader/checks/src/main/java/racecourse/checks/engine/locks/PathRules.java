package racecourse.checks.engine.locks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.locks.paths.Exploration;
import racecourse.checks.protocol.Outcome;

/**
 * The rules about locks that hold in whatever lab, asked about every public method of a class: each lock is given back on
 * every path, locks are acquired in one order, nobody waits in circles or with a lock that others need. What they prove
 * breaks a clause that a run watches over, and costs its points there; here it is told, with the line, beside it. What
 * cannot be followed is left in peace.
 */
public final class PathRules {
    private PathRules() {}

    /**
     * Returns the ids of these rules.
     *
     * @return ids such as {@code locks.lock-order}
     */
    public static List<String> ids() {
        return RuleCatalogue.ids(RuleCatalogue.everywhere());
    }

    /**
     * Makes a detector that notes what is proven.
     *
     * @param entries the lab's classes, binary names
     * @return the detector's code, which accuses nobody
     */
    public static Detection advice(List<String> entries) {
        return Detection.asking(ids(), subject -> {
            for (String entry : entries) {
                found(subject.classPath(), entry).forEach(finding -> Advice.note(finding.evidence()));
            }
            return new Outcome.Clean();
        });
    }

    /** Returns what is proven of a class. */
    static List<Finding> found(List<Path> classDirectories, String entry) {
        LockModel model = LockModel.of(classDirectories, entry);
        List<Exploration> all = new ArrayList<>();
        Set<String> methods = publicMethods(model.submission().type(entry.replace('.', '/')));
        methods.forEach(method -> all.addAll(model.explore(method)));
        Inquiry inquiry = Inquiry.ofAll(model, all);
        List<Finding> found = new ArrayList<>();
        RuleCatalogue.everywhere().forEach(rule -> found.addAll(rule.findings(inquiry)));
        return Inquiry.distinct(found);
    }

    private static Set<String> publicMethods(@Nullable ClassNode type) {
        Set<String> names = new LinkedHashSet<>();
        if (type != null) {
            for (MethodNode method : type.methods) {
                boolean open = (method.access & Opcodes.ACC_PUBLIC) != 0
                        && (method.access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_STATIC)) == 0;
                if (open && !method.name.startsWith("<")) {
                    names.add(method.name);
                }
            }
        }
        return names;
    }
}
