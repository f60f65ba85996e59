/**
 * Rules about locks, as ArchUnit conditions over compiled classes; nothing of the submission runs. A violation is only
 * what no run of the flagged code could make good; everything else is advice, or is not judged.
 */
@NullMarked
package racecourse.checks.engine.rules;

import org.jspecify.annotations.NullMarked;
