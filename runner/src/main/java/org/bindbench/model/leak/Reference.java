package org.bindbench.model.leak;

/**
 * What holds an object.
 *
 * @param holder class of the holder as Java code writes it; where a static field holds it the class
 *     that has the field
 * @param ofClass whether a static field holds it
 * @param field name of the field; empty for an element of an array
 */
public record Reference(String holder, boolean ofClass, String field) {}
