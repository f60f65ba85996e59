package lab.sharing;

/** The program of the child process: assigns to a variable of its own, which has the name of the parent's. */
final class AssigningChild {
    @SuppressWarnings("UnusedVariable") // that nobody sees the assignment is the point
    private static int shared;

    private AssigningChild() {}

    /**
     * Assigns.
     *
     * @param arguments what the variable is before, and what is assigned
     */
    public static void main(String[] arguments) {
        shared = Integer.parseInt(arguments[0]);
        shared = Integer.parseInt(arguments[1]);
    }
}
