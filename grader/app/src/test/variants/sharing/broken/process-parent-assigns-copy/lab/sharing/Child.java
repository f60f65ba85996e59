package lab.sharing;

/** What the child process runs. */
public final class Child {
    private Child() {}

    public static void main(String[] args) {
        Thread.onSpinWait();
    }
}
