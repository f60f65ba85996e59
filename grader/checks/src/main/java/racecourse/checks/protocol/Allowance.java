package racecourse.checks.protocol;

/**
 * What one run of the official jcstress harness may use.
 *
 * @param millis how long it may take, all in all
 * @param reports the directory below which its pages go, in a folder of the detector's name
 */
public record Allowance(long millis, String reports) {
    /**
     * Returns the folder for the pages of a detector.
     *
     * @param detector its id
     * @return a file's name
     */
    public static String folder(String detector) {
        return detector.replace('/', '.');
    }
}
