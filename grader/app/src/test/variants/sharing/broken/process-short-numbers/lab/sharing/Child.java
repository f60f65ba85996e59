package lab.sharing;

/** What the child process runs. */
public final class Child {
    private static short money;

    private Child() {}

    public static void main(String[] args) {
        money = Short.parseShort(args[0]);
        money = Short.parseShort(args[1]);
    }
}
