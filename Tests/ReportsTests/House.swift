// Tests of Reports mirror its sources.
