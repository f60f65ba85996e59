/**
 * Lab 02: a daemon process. The student implements {@link racecourse.contract.guardian.Guardian} as
 * {@code lab.guardian.LifelineGuardian()}.
 */
package racecourse.contract.guardian;
