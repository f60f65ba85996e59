/**
 * Lab 03: tickets sold under mutual exclusion, between threads and between processes. The student implements
 * {@link racecourse.contract.tickets.TicketOffice} twice, as {@code lab.tickets.ThreadTicketOffice} and
 * {@code lab.tickets.ProcessTicketOffice}.
 */
package racecourse.contract.tickets;
