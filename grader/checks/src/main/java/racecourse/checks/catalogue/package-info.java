/**
 * The checks there are, by lab: what a grader may ask a worker for. Listing them loads nothing of a submission and
 * starts nothing.
 */
@NullMarked
package racecourse.checks.catalogue;

import org.jspecify.annotations.NullMarked;
