package cn.privlens.suite.policy_of_page_grants;


interface Policy {
    boolean maySend();

    final class Grants implements Policy {
        @Override
        public boolean maySend() {
            return true;
        }
    }

    final class Denies implements Policy {
        @Override
        public boolean maySend() {
            return false;
        }
    }
}
