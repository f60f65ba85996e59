package racecourse.contract.kitchen;

/**
 * What a chef has to cook.
 *
 * @param chef the chef's name
 * @param food what is cooked
 * @param dishes how many dishes of it
 */
public record Order(String chef, String food, int dishes) {}
