package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private volatile short high;
    private volatile short low;

    public VisibleMoney(int initial) {
        set(initial);
    }

    @Override
    public void set(int next) {
        high = (short) (next >>> 16);
        low = (short) next;
    }

    @Override
    public int get() {
        return high << 16 | low & 0xFFFF;
    }
}
