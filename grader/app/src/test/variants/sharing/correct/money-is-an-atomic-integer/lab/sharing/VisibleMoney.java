package lab.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney extends AtomicInteger implements SharedMoney {
    private static final long serialVersionUID = 1L;

    public VisibleMoney(int initial) {
        super(initial);
    }
}
