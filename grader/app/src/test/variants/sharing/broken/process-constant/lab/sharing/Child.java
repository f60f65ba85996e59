package lab.sharing;

/** What the child process runs. */
public final class Child {
    private static int money = 1500;

    private Child() {}

    public static void main(String[] args) {
        money = 500;
    }
}
