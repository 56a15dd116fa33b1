// Tests of cuaderno mirror its sources.
