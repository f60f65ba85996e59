/**
 * Lab 05: checks of messages between processes. The streams are the checks' own: they know what was written and flushed,
 * hand out bytes in any pieces, and hold a thread in the middle of a message.
 */
@NullMarked
package racecourse.checks.ipc;

import org.jspecify.annotations.NullMarked;
