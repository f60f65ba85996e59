package lab.sharing;

/** What the child process runs. */
public final class Child {
    private static int money;

    private Child() {}

    public static void main(String[] args) {
        money = Integer.parseInt(args[0]);
        money = Integer.parseInt(args[1]);
    }
}
