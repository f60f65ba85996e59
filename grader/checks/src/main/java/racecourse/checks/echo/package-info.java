/**
 * Lab 12, checked over real connections to 127.0.0.1. A server is accused of not answering only where its threads stand
 * still, or go round without getting on, while another server in the same JVM answers many times over.
 */
@NullMarked
package racecourse.checks.echo;

import org.jspecify.annotations.NullMarked;
