/**
 * Rendezvous over any critical section with a pause in it: one thread is held inside while others are let in. The same
 * trials serve every lab that has a mutex, and planted sections as controls.
 */
@NullMarked
package racecourse.checks.engine.exclusion;

import org.jspecify.annotations.NullMarked;
