/**
 * Real hardware and the real JIT: jcstress scenarios driven in this JVM, and readers that spin. Every word has its
 * control, a planted racy class and a planted correct one, in the same JVM with the same settings.
 */
@NullMarked
package racecourse.checks.engine.stress;

import org.jspecify.annotations.NullMarked;
