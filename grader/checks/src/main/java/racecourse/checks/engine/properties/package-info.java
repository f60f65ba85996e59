/** Runs single jqwik properties against a submission and takes their verdict. */
@NullMarked
package racecourse.checks.engine.properties;

import org.jspecify.annotations.NullMarked;
