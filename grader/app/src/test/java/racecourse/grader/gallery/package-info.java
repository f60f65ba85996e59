/**
 * One report with every kind of card, made of broken variants, and a browser that looks at it. The page and its pictures
 * stay in {@code target/gallery}.
 */
@NullMarked
package racecourse.grader.gallery;

import org.jspecify.annotations.NullMarked;
