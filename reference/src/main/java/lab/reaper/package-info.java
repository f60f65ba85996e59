/** Lab 01, solved: every child is waited for, so that none stays a zombie, and none is left an orphan. */
package lab.reaper;
