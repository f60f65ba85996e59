package racecourse.grader.intake;

/**
 * How much a submission may bring.
 *
 * @param files most source files
 * @param bytesEach most bytes of one of them
 * @param bytesTotal most bytes of all
 * @param entries most files and directories that are looked at to find them
 */
public record Limits(int files, long bytesEach, long bytesTotal, int entries) {
    /** Far more than any solution of twelve labs needs. */
    public static final Limits USUAL = new Limits(500, 512 << 10, 8 << 20, 20_000);
}
