package lab.sharing;

/** Money of one process. */
class Account {
    private int money;

    Account(int money) {
        this.money = money;
    }

    void set(int money) {
        this.money = money;
    }

    int get() {
        return money;
    }
}
