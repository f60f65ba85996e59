package lab.sharing.child;

/** Assigns to a variable of this process. */
public class Assign {
    static volatile int money;

    public static void main(String... numbers) {
        for (String number : numbers) {
            money = Integer.parseUnsignedInt(number, 16);
        }
        if (numbers.length != 2) {
            throw new IllegalArgumentException("two numbers expected");
        }
    }
}
