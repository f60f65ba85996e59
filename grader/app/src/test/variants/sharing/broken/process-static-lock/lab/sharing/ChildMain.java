package lab.sharing;

/** The child process: assigns to its own variable. */
public class ChildMain {
    private static int money;

    public static void main(String[] args) {
        money = Integer.parseInt(args[0]);
        int assigned = Integer.parseInt(args[1]);
        money = assigned;
        if (money != assigned) {
            System.exit(1);
        }
    }
}
