package lab.sharing;

/** The child. */
class AccountMain {
    public static void main(String[] args) {
        Account account = new Account(Integer.parseInt(args[0]));
        account.set(Integer.parseInt(args[1]));
        System.out.println(account.get());
    }
}
