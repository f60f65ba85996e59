package lab.sharing;

import java.util.Scanner;

/** What the child process runs. */
public final class Child {
    private static int money;

    private Child() {}

    public static void main(String[] args) {
        money = Integer.parseInt(args[0]);
        money = new Scanner(System.in).nextInt();
    }
}
