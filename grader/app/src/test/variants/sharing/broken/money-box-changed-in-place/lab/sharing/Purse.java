package lab.sharing;

/** What the money is kept in. */
class Purse {
    int amount;
}
