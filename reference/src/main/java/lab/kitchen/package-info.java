/**
 * Lab 06, solved: chefs put dishes into a queue, diners get them, and whoever ordered joins the queue. One lock guards
 * what is in the queue and how much of it is not done.
 */
package lab.kitchen;
