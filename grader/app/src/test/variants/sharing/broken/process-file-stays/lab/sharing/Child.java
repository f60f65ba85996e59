package lab.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the child process runs. */
public final class Child {
    private static int money;

    private Child() {}

    public static void main(String[] args) throws IOException {
        money = Integer.parseInt(args[0]);
        money = Integer.parseInt(args[1]);
        Files.writeString(Path.of(args[2]), Integer.toString(money));
    }
}
