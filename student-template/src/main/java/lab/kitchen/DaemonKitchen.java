package lab.kitchen;

import java.util.List;
import java.util.Map;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Lab 06, the kitchen. The contract is in the Javadoc of {@link Kitchen}. */
public class DaemonKitchen implements Kitchen {
    public DaemonKitchen(int capacity) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        // TODO refuse what the contract refuses; start diners and chefs; wait until everything is eaten
        throw new UnsupportedOperationException("serve() is still to be written");
    }
}
