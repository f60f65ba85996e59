/**
 * What every lab of the course shares. Students implement the interfaces of the packages below; nothing here starts a
 * thread or depends on anything but the JDK.
 */
package racecourse.contract;
