// Tests of Lessons mirror its sources.
